<?php
/**
 * Writes the post that standard input holds with the rights of a role, lets an editor publish it and prints its address:
 * `php publish.php <folder of WordPress> <address> <editor|contributor>`.
 */
$_SERVER['HTTP_HOST'] = parse_url($argv[2], PHP_URL_HOST) . ':' . parse_url($argv[2], PHP_URL_PORT);
require $argv[1] . '/wp-load.php';
wp_set_current_user(get_user_by('login', $argv[3])->ID);
$post = wp_insert_post(wp_slash([
    'post_title' => 'An article',
    'post_content' => stream_get_contents(STDIN),
    'post_status' => 'pending',
]), true);
if (is_wp_error($post)) {
    fwrite(STDERR, $post->get_error_message());
    exit(1);
}
wp_set_current_user(get_user_by('login', 'editor')->ID);
wp_publish_post($post);
echo get_permalink($post);
