package id.jejak.kfa.client;

/**
 * A code of some list and what it stands for.
 *
 * @param code empty when only the name is told
 * @param name empty when only the code is told
 */
public record Named(String code, String name) {}
