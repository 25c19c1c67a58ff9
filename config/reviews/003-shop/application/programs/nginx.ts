/** What the nginx configuration is written from. */
export interface NginxSettings {
  readonly port: number;
  /** Where PHP-FPM listens, `host:port`. */
  readonly fpm: string;
  /** Longest time of one request, in seconds. */
  readonly requestTimeoutSeconds: number;
}

/**
 * A whole nginx.conf. The shop is an API, so every path goes to the front controller.
 *
 * The address of FPM is asked for with each request, of Docker's own name server: nginx would otherwise not start
 * before FPM's service exists, and never see it get another address.
 */
export function nginxConfiguration({ port, fpm, requestTimeoutSeconds }: NginxSettings): string {
  return `worker_processes 2;
error_log stderr warn;
pid /var/run/nginx.pid;

events {
  worker_connections 1024;
}

http {
  access_log /dev/stdout combined;
  server_tokens off;
  keepalive_timeout 65s;
  client_max_body_size 1m;
  resolver 127.0.0.11 valid=10s ipv6=off;

  server {
    listen ${port};
    root /var/www/html/public;

    location = /healthz {
      access_log off;
      return 200;
    }

    location / {
      set $fpm ${fpm};
      fastcgi_pass $fpm;
      # One second more than FPM's own limit, so that FPM ends the request and says so.
      fastcgi_read_timeout ${requestTimeoutSeconds + 1}s;
      fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param REQUEST_URI $request_uri;
      fastcgi_param QUERY_STRING $query_string;
      fastcgi_param CONTENT_TYPE $content_type;
      fastcgi_param CONTENT_LENGTH $content_length;
      fastcgi_param SERVER_PROTOCOL $server_protocol;
      fastcgi_param SERVER_NAME $host;
      fastcgi_param SERVER_PORT $server_port;
      fastcgi_param REMOTE_ADDR $remote_addr;
      fastcgi_param SCRIPT_NAME /index.php;
      fastcgi_param SCRIPT_FILENAME $document_root/index.php;
      fastcgi_param DOCUMENT_ROOT $document_root;
    }
  }
}
`;
}
