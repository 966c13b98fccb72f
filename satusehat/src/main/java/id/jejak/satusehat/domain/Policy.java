package id.jejak.satusehat.domain;

/** Whether the server stands in the way of dispensing more than was prescribed. */
public enum Policy {
  /** Never more than prescribed, however many dispense at once. */
  GUARDED,
  /** As the real server was recorded: everything is taken. */
  RECORDED
}
