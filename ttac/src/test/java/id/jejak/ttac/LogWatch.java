package id.jejak.ttac;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Reads every line that is logged, down to debug, and keeps those that should not have been. */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<String> secrets = new CopyOnWriteArrayList<>();
  private final List<String> leaks = new CopyOnWriteArrayList<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();

  private LogWatch() {}

  /** Watches from now on. */
  static LogWatch over() {
    var watch = new LogWatch();
    watch.setContext(watch.root.getLoggerContext());
    watch.start();
    watch.root.iteratorForAppenders().forEachRemaining(quiet -> quiet.addFilter(new AboveInfo()));
    watch.root.setLevel(Level.DEBUG);
    watch.root.addAppender(watch);
    return watch;
  }

  /** Keeps the console as quiet as it was. */
  private static final class AboveInfo extends ch.qos.logback.core.filter.Filter<ILoggingEvent> {
    @Override
    public ch.qos.logback.core.spi.FilterReply decide(ILoggingEvent event) {
      return event.getLevel().isGreaterOrEqual(Level.WARN)
          ? ch.qos.logback.core.spi.FilterReply.NEUTRAL : ch.qos.logback.core.spi.FilterReply.DENY;
    }
  }

  /** No line may contain this. */
  void secret(String text) {
    secrets.add(text);
  }

  /** Lines that contained a secret. */
  List<String> leaks() {
    return leaks;
  }

  /** Errors that were logged since the last call. */
  List<String> errors() {
    var all = List.copyOf(errors);
    errors.clear();
    return all;
  }

  @Override
  protected void append(ILoggingEvent event) {
    var line = event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
        + (event.getThrowableProxy() == null ? "" : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()));
    if (secrets.stream().anyMatch(line::contains)) {
      leaks.add(line);
    }
    if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
      errors.add(line);
    }
  }

  @Override
  public void close() {
    root.detachAppender(this);
    root.iteratorForAppenders().forEachRemaining(ch.qos.logback.core.Appender::clearAllFilters);
    root.setLevel(before);
  }
}
