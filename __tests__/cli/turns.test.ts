import { footprintsInTurn, Turns } from "../../cli/turns";
import { OPTIONS } from "../../config/options";

const [shop] = OPTIONS.filter(({ review }) => review === "003");
const refused = { id: "nowhere", title: "", review: "", module: "nowhere" };

test("two threads take no more turns together than there are", () => {
  const here = new Turns(3);
  const there = new Turns(3, here.taken);
  expect([here, there, here, there, here].map((turns) => turns.take())).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test("what is refused is left out, and what follows is not", async () => {
  if (shop === undefined) throw new Error("no shop");
  const ids = (await footprintsInTurn([refused, shop, shop], new Turns(2))).map(({ id }) => id);
  expect(ids).toEqual([shop.id]);
});
