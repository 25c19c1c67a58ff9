import { parseAddress, parseCidr, rangeText, without, withSingleAddresses } from "../../network/addresses";

test.each([
  ["10.1.2.3/8", "10.0.0.0-10.255.255.255", false],
  ["0.0.0.0/0", "0.0.0.0-255.255.255.255", true],
  ["10.0.0.1/32", "10.0.0.1-10.0.0.1", true],
  ["::/0", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", true],
  ["FD00::/8", "fd00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", true],
  ["2001:db8:0:1::/64", "2001:db8:0:1::-2001:db8:0:1:ffff:ffff:ffff:ffff", true],
  ["2001:db8::1:0:0:1/128", "2001:db8::1:0:0:1-2001:db8::1:0:0:1", true],
  ["64:ff9b::10.0.0.1/128", "64:ff9b::a00:1-64:ff9b::a00:1", true],
])("%s", (text, range, canonical) => {
  const cidr = parseCidr(text);
  expect(cidr && rangeText(cidr)).toBe(range);
  expect(cidr?.canonical).toBe(canonical);
});

test.each([
  "",
  "10.0.0.0",
  "10.0.0/8",
  "10.0.0.256/8",
  "10.0.0.0/33",
  "10.0.0.0/08",
  "::/129",
  ":::/1",
  "1::2::3/8",
  "1:2:3:4:5:6:7:8:9/8",
  "g::/8",
  "::ffff:1.2.3.4/128",
])("'%s' is no CIDR", (text) => {
  expect(parseCidr(text)).toBeUndefined();
});

test("eight groups and a run of none", () => {
  expect(parseAddress("1:2:3:4:5:6:7:8")?.value).toBe(0x00010002000300040005000600070008n);
  expect(parseAddress("1:2:3:4:5:6:7::8")).toBeUndefined();
});

test("a range without others", () => {
  const [range, low, high] = ["10.0.0.0/24", "10.0.0.0/25", "10.0.0.255/32"].map((text) => parseCidr(text));
  if (range === undefined || low === undefined || high === undefined) throw new Error("not parsed");
  expect(without(range, [high, low]).map(rangeText)).toEqual(["10.0.0.128-10.0.0.254"]);
  expect(without(range, [range])).toEqual([]);
});

test.each([
  ["10.0.0.1-10.0.0.1 => a/b[Pod]", "10.0.0.1 => a/b[Pod]"],
  ["fd00::1-fd00::1,10.0.0.1-10.0.0.2", "fd00::1,10.0.0.1-10.0.0.2"],
  ["10.0.0.1-10.0.0.11", "10.0.0.1-10.0.0.11"],
  ["ns/a-a[Pod] TCP 80-80", "ns/a-a[Pod] TCP 80-80"],
])("people read %s as %s", (text, read) => {
  expect(withSingleAddresses(text)).toBe(read);
});
