package id.jejak.kernel.config;

/** Text that must not be seen: prints as stars. */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "***";
  }
}
