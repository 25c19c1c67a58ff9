// What bin/slim-bindings.mjs makes of a binding calls these.

/** Exports a value that is made when it is first asked for. */
exports.lazy = function lazy(exported, name, make) {
  Object.defineProperty(exported, name, {
    enumerable: true,
    configurable: true,
    get() {
      const value = make();
      Object.defineProperty(exported, name, { value });
      return value;
    },
  });
};

/** Exports all that another module exports, after what is exported already, without a copy. */
exports.inherit = function inherit(exported, from) {
  let last = exported;
  while (last !== from && Object.getPrototypeOf(last) !== Object.prototype) {
    last = Object.getPrototypeOf(last);
  }
  if (last !== from) Object.setPrototypeOf(last, from);
};
