package id.jejak.app.web.ground;

/**
 * What the next page says about the form that was just sent.
 *
 * @param good whether it was done
 */
public record Said(String text, boolean good) {}
