package id.jejak.ttac.client;

/** What a dry run stands for. */
public sealed interface Movement {
  /** Receiving what is on its way here. */
  record Receive() implements Movement {}

  /** Sending to a sarana. */
  record Send(int target) implements Movement {}

  /** Giving back to the sarana that sent it. */
  record Return(int target) implements Movement {}
}
