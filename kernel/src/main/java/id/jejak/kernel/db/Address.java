package id.jejak.kernel.db;

import id.jejak.kernel.config.Secret;

/**
 * Where a database is.
 *
 * @param url {@code jdbc:postgresql://...}; must carry no password
 */
public record Address(String url, String user, Secret password) {}
