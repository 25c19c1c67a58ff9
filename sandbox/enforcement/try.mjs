// Runs in a network namespace of its own: gives addresses to the loopback device, loads rules, tries connections.
// Reads clusters from the file of the first argument; prints which tries of each got through.
import { execFileSync } from "node:child_process";
import { createSocket } from "node:dgram";
import { readFileSync } from "node:fs";
import { connect, createServer } from "node:net";

const WAIT_MS = 400;
const clusters = JSON.parse(readFileSync(process.argv[2], "utf8"));

execFileSync("ip", ["link", "set", "lo", "up"]);
const results = [];
for (const { addresses, ports, rules, tries } of clusters) {
  for (const address of addresses)
    execFileSync("ip", ["addr", "replace", `${address}/${address.includes(":") ? 128 : 32}`, "dev", "lo"]);
  const servers = await Promise.all(
    addresses.flatMap((address) => ports.map((port) => listening(address, port))),
  );
  execFileSync("nft", ["-f", "-"], { input: `flush ruleset\n${rules}` });
  results.push(await Promise.all(tries.map(getsThrough)));
  execFileSync("nft", ["flush", "ruleset"]);
  for (const close of servers) close();
}
process.stdout.write(JSON.stringify(results));
process.exit(0);

function datagrams(address) {
  return createSocket(address.includes(":") ? "udp6" : "udp4");
}

async function listening(address, port) {
  const tcp = createServer((socket) => socket.end());
  const udp = datagrams(address);
  udp.on("message", (message, { port: from, address: to }) => udp.send(message, from, to, () => {}));
  udp.on("error", () => {});
  await new Promise((resolve) => tcp.listen(port, address, resolve));
  await new Promise((resolve) => udp.bind(port, address, resolve));
  return () => {
    tcp.close();
    udp.close();
  };
}

function getsThrough({ from, to, port, protocol }) {
  return new Promise((resolve) => {
    const socket = protocol === "TCP" ? connect({ host: to, port, localAddress: from }) : datagrams(from);
    const end = (answer) => {
      clearTimeout(timer);
      if (protocol === "TCP") socket.destroy();
      else if (!socket.closed) socket.closed = !void socket.close();
      resolve(answer);
    };
    const timer = setTimeout(() => end(false), WAIT_MS);
    socket.on("error", () => end(false));
    if (protocol === "TCP") socket.on("connect", () => end(true));
    else {
      socket.on("message", () => end(true));
      socket.bind(0, from, () => socket.send("x", port, to, (error) => error && end(false)));
    }
  });
}
