/** What FrankenPHP's Caddyfile is written from. */
export interface CaddyfileSettings {
  readonly port: number;
  readonly metricsPort: number;
  /** Copies of the application that stay in memory, each of which answers one request at a time. */
  readonly workers: number;
}

/**
 * FrankenPHP in worker mode, plain HTTP: TLS ends before the Swarm.
 * @see https://frankenphp.dev/docs/config/
 */
export function caddyfile({ port, metricsPort, workers }: CaddyfileSettings): string {
  // A worker keeps its thread; FrankenPHP wants at least one for everything else.
  return `{
	admin off
	auto_https off
	metrics
	frankenphp {
		num_threads ${workers + 1}
		worker {
			file /app/public/index.php
			num ${workers}
		}
	}
}

:${port} {
	handle /healthz {
		respond 200
	}
	handle {
		request_body {
			max_size 1MiB
		}
		root * /app/public
		encode zstd gzip
		php_server
	}
}

:${metricsPort} {
	metrics
}
`;
}
