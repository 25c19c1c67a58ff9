/** What the VCL is written from. */
export interface VclSettings {
  /** Host of the application, which must have an address when Varnish starts. */
  readonly host: string;
  readonly port: number;
  /** Name of the listening socket that takes PURGE and BAN. */
  readonly purgeSocket: string;
}

/**
 * Caches what the application says may be cached, puts ESI fragments together, and serves a stale page while a new
 * one is made.
 *
 * The socket, not the address, decides who may purge: behind Swarm's routing mesh every client comes
 * from a private address. A purge must name the shop's own Host, as a visitor does: pages are kept by Host and path.
 * @see https://varnish-cache.org/docs/7.0/reference/vcl.html
 */
export function shopVcl({ host, port, purgeSocket }: VclSettings): string {
  return `vcl 4.1;

backend app {
  .host = "${host}";
  .port = "${port}";
  .connect_timeout = 2s;
  .first_byte_timeout = 31s;
  .probe = {
    .url = "/healthz";
    .interval = 5s;
    .timeout = 2s;
    .window = 5;
    .threshold = 3;
    .initial = 3;
  }
}

sub vcl_recv {
  if (req.method == "PURGE" || req.method == "BAN") {
    if (local.socket != "${purgeSocket}") {
      return (synth(405, "Not allowed here"));
    }
    if (req.method == "PURGE") {
      return (purge);
    }
    if (!req.http.X-Cache-Tags) {
      return (synth(400, "X-Cache-Tags is missing"));
    }
    ban("obj.http.X-Cache-Tags ~ " + req.http.X-Cache-Tags);
    return (synth(200, "Banned"));
  }
  # The application may answer in fragments.
  set req.http.Surrogate-Capability = "shop=ESI/1.0";
  # Who is logged in by a token sees no one else's page: the built-in rules pass Authorization and cookies on.
}

sub vcl_backend_response {
  if (beresp.http.Surrogate-Control ~ "ESI/1.0") {
    unset beresp.http.Surrogate-Control;
    set beresp.do_esi = true;
  }
  set beresp.grace = 1h;
}

sub vcl_deliver {
  unset resp.http.X-Cache-Tags;
  if (obj.hits > 0) {
    set resp.http.X-Cache = "HIT";
  } else {
    set resp.http.X-Cache = "MISS";
  }
}
`;
}
