package id.jejak.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which data to work on, for every verb that does. */
final class DataOptions {
  @Option(names = "--data", paramLabel = "DIR", defaultValue = "data",
      description = "folder of everything that is kept; ./data if not given")
  Path data = Path.of("data");

  @Option(names = "--database-url", paramLabel = "URL",
      description = {"a PostgreSQL (15 or newer) to use instead of our own, jdbc:postgresql://HOST/NAME;",
          "user by ?user= or JEJAK_DATABASE_USER, password by JEJAK_DATABASE_PASSWORD or the option below"})
  @Nullable String databaseUrl;

  @Option(names = "--database-password-file", paramLabel = "FILE",
      description = "a file that holds nothing but that PostgreSQL's password")
  @Nullable Path passwordFile;

  @Option(names = "--config", paramLabel = "FILE", description = "settings, as key=value lines")
  @Nullable Path config;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "one setting; before those of --config")
  Map<String, String> set = new LinkedHashMap<>();
}
