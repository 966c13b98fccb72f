package id.jejak.app.wiring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import id.jejak.kernel.config.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Where logs go: warnings in one short line to the person, everything from INFO as JSON lines to the data
 * folder. In code rather than in an XML file, since reading that is a large part of a fast start.
 *
 * <p>Found by Logback as a service, before the first line is logged.
 */
public final class Logs extends ContextAwareBase implements Configurator {
  /** One file's size; with {@link #OLD_FILES} of them the folder stays below 220 MB. */
  private static final FileSize FILE = new FileSize(20L * 1024 * 1024);
  private static final int OLD_FILES = 10;
  private static final String NAME = "jejak.jsonl";

  /** For Logback's service loader. */
  public Logs() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    var layout = new ShortLayout();
    layout.setContext(context);
    layout.start();
    var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
    encoder.setContext(context);
    encoder.setLayout(layout);
    encoder.start();
    var warnings = new ThresholdFilter();
    warnings.setLevel("WARN");
    warnings.start();
    var person = new ConsoleAppender<ILoggingEvent>();
    person.setContext(context);
    person.setTarget("System.err");
    person.setEncoder(encoder);
    person.addFilter(warnings);
    person.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(person);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /**
   * From now on keeps logs in a folder, also those of libraries that log in Java's own way.
   *
   * @return the file
   * @throws StartFailure when the folder cannot be written
   */
  public static Path keepIn(Path data) {
    var folder = data.resolve("logs");
    var file = folder.resolve(NAME);
    try {
      createPrivately(data.toAbsolutePath());
      createPrivately(folder.toAbsolutePath());
      if (!Files.isWritable(folder)) {
        throw new IOException("not writable");
      }
    } catch (IOException e) {
      throw new StartFailure("cannot write logs to " + folder + ": choose another folder with --data", e);
    }
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(rolling(context, folder, file));
    return file;
  }

  /** For its owner alone: a log says who was served when. */
  private static void createPrivately(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.getParent());
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private static RollingFileAppender<ILoggingEvent> rolling(LoggerContext context, Path folder, Path file) {
    var encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    encoder.start();
    var appender = new RollingFileAppender<ILoggingEvent>();
    var old = new FixedWindowRollingPolicy();
    old.setContext(context);
    old.setParent(appender);
    old.setFileNamePattern(folder.resolve("jejak.%i.jsonl").toString());
    old.setMinIndex(1);
    old.setMaxIndex(OLD_FILES);
    var bySize = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    bySize.setContext(context);
    bySize.setMaxFileSize(FILE);
    appender.setContext(context);
    appender.setName("kept");
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    appender.setRollingPolicy(old);
    appender.setTriggeringPolicy(bySize);
    old.start();
    bySize.start();
    appender.start();
    return appender;
  }
}
