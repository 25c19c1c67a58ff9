import { FPM_PORT } from "./fpm-configuration";

/** Settings of the nginx configuration. */
export interface NginxSettings {
  /** Port of the pod. */
  readonly port: number;
  /** Path prefixes that are passed to PHP; other paths return 404. */
  readonly pathPrefixes: readonly string[];
  /** Front controller of the application. */
  readonly frontController: string;
  /** Timeout of one request, in seconds. */
  readonly requestTimeoutSeconds: number;
}

/**
 * A complete nginx.conf that needs no other file, no root user, and no writable path except /tmp.
 * FPM itself responds to `/ping`, so readiness means that a worker is free.
 */
export function nginxConfiguration(settings: NginxSettings): string {
  return `pid /tmp/nginx.pid;
error_log stderr warn;
worker_processes 1;

events {
  worker_connections 1024;
}

http {
  access_log /dev/stdout combined;
  server_tokens off;
  keepalive_timeout 65s;
  client_max_body_size 1m;
  client_body_temp_path /tmp/client_body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;

  server {
    listen ${settings.port};

    fastcgi_param REQUEST_METHOD $request_method;
    fastcgi_param REQUEST_URI $request_uri;
    fastcgi_param QUERY_STRING $query_string;
    fastcgi_param CONTENT_TYPE $content_type;
    fastcgi_param CONTENT_LENGTH $content_length;
    fastcgi_param SERVER_PROTOCOL $server_protocol;
    fastcgi_param SERVER_NAME $host;
    fastcgi_param SERVER_PORT $server_port;
    fastcgi_param REMOTE_ADDR $remote_addr;
    fastcgi_param SCRIPT_NAME $fastcgi_script;
    fastcgi_param SCRIPT_FILENAME $fastcgi_file;
    # One second more than FPM's own limit, so that FPM ends the request and says so.
    fastcgi_read_timeout ${settings.requestTimeoutSeconds + 1}s;

    set $fastcgi_script /index.php;
    set $fastcgi_file ${settings.frontController};

    location = /ping {
      access_log off;
      set $fastcgi_script /ping;
      set $fastcgi_file /ping;
      fastcgi_pass 127.0.0.1:${FPM_PORT};
    }
${locations(settings.pathPrefixes)}  }
}
`;
}

/** nginx refuses duplicate locations, including the `/` of the fallback. */
function locations(pathPrefixes: readonly string[]): string {
  const toPhp = [...new Set(pathPrefixes)].map(phpLocation).join("");
  return pathPrefixes.includes("/") ? toPhp : toPhp + NOT_FOUND;
}

const NOT_FOUND = `
    location / {
      return 404;
    }
`;

function phpLocation(prefix: string): string {
  return `
    location ${prefix} {
      fastcgi_pass 127.0.0.1:${FPM_PORT};
    }
`;
}
