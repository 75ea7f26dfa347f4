<?php
/** Installs WordPress and makes its writers: `php install.php <folder of WordPress> <address>`. */
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url($argv[2], PHP_URL_HOST) . ':' . parse_url($argv[2], PHP_URL_PORT);
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Host', 'administrator', 'administrator@example.org', true, '', wp_generate_password());
update_option('siteurl', $argv[2]);
update_option('home', $argv[2]);
foreach (['editor', 'contributor'] as $role) {
    wp_insert_user(['user_login' => $role, 'user_pass' => wp_generate_password(), 'role' => $role]);
}
