import { connect } from "node:net";
import { LOOPBACK } from "../loopback";

/** Record types of FastCGI. */
const BEGIN_REQUEST = 1;
const PARAMS = 4;
const STDIN = 5;
const STDOUT = 6;

const HEADER_BYTES = 8;
const REQUEST_ID = 1;
/** Role 1, a responder; no flags, so that the connection is closed after the answer. */
const RESPONDER = Buffer.from([0, 1, 0, 0, 0, 0, 0, 0]);

/**
 * The body that a FastCGI server answers to a GET, as an exporter asks for a status page.
 * @see https://fastcgi-archives.github.io/FastCGI_Specification.html
 */
export function getByFastCgi(port: number, script: string, query: string): Promise<string> {
  const parameters = {
    REQUEST_METHOD: "GET",
    SCRIPT_NAME: script,
    SCRIPT_FILENAME: script,
    QUERY_STRING: query,
  };
  const request = Buffer.concat([
    record(BEGIN_REQUEST, RESPONDER),
    record(PARAMS, Buffer.concat(Object.entries(parameters).map(pair))),
    record(PARAMS, Buffer.alloc(0)),
    record(STDIN, Buffer.alloc(0)),
  ]);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, LOOPBACK, () => socket.write(request));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.once("error", reject).once("close", () => resolve(bodyOf(Buffer.concat(chunks))));
  });
}

function record(type: number, content: Buffer): Buffer {
  const header = Buffer.from([1, type, 0, REQUEST_ID, 0, 0, 0, 0]);
  header.writeUInt16BE(content.length, 4);
  return Buffer.concat([header, content]);
}

/** Names and values here are all shorter than 128 bytes, so one byte holds each length. */
function pair([name, value]: [string, string]): Buffer {
  return Buffer.concat([Buffer.from([name.length, value.length]), Buffer.from(name + value)]);
}

/** What follows the headers of the answer's output. */
function bodyOf(answer: Buffer): string {
  let output = "";
  for (let at = 0; at + HEADER_BYTES <= answer.length; ) {
    const [length, padding] = [answer.readUInt16BE(at + 4), answer.readUInt8(at + 6)];
    const content = answer.subarray(at + HEADER_BYTES, at + HEADER_BYTES + length);
    if (answer.readUInt8(at + 1) === STDOUT) output += content.toString();
    at += HEADER_BYTES + length + padding;
  }
  return output.slice(output.indexOf("\r\n\r\n") + 4);
}
