/**
 * A function of one object that works its answer out once for each object. Somebody who moves prices many times asks
 * the same footprint again and again.
 * @param make of objects that nobody changes
 */
export function onceEach<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known.value;
    const value = make(key);
    made.set(key, { value });
    return value;
  };
}
