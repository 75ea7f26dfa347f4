<?php
/** Lets WordPress look up addresses of this machine, which it takes for an attack otherwise; the site under test is served here. */
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn ($ports) => [...$ports, (int) getenv('FOUR_ISLANDS_SITE_PORT')]);
