package id.jejak.verify.planted.gateway.store;

/** What hangs behind the door. */
public final class Keys {}
