package id.jejak.app.wiring;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** One line for the person at the screen: time, level, message, and the kind of failure. The rest is in the file. */
final class ShortLayout extends LayoutBase<ILoggingEvent> {
  @Override
  public String doLayout(ILoggingEvent event) {
    var time = LocalTime.ofInstant(event.getInstant(), ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    var thrown = event.getThrowableProxy();
    var name = thrown == null ? "" : thrown.getClassName();
    return time + " " + event.getLevel() + " " + event.getFormattedMessage()
        + (thrown == null ? "" : " (" + name.substring(name.lastIndexOf('.') + 1) + ", see the log)")
        + System.lineSeparator();
  }
}
