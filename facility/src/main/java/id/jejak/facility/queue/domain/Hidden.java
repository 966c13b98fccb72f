package id.jejak.facility.queue.domain;

/** Who somebody is, as it is kept: sealed. Only the store opens it. Prints nothing. */
public record Hidden(byte[] bytes) {
  @Override
  public String toString() {
    return "Hidden[***]";
  }
}
