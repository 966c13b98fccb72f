package id.jejak.verify.bench;

import java.io.IOException;
import java.sql.SQLException;

/** One connection's way of doing an operation again and again. For one thread. */
public interface Worker extends AutoCloseable {
  /**
   * Does it once.
   *
   * @return how many units (packs, rows, pages) were done; 0 when there is nothing left to do
   * @throws IllegalStateException when the answer is not the one that was expected
   */
  long call() throws IOException, SQLException;

  @Override
  void close() throws IOException, SQLException;
}
