package id.jejak.kernel.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

  @Test void eachDatabaseIsFreshAndOnTheSameServer() throws SQLException {
    var one = TestPostgres.freshDatabase();
    var two = TestPostgres.freshDatabase();

    assertNotEquals(one.database(), two.database());
    assertEquals(one.port(), two.port());
    try (var connection = DriverManager.getConnection(two.jdbcUrl(), two.user(), two.password().reveal());
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
      row.next();
      assertEquals(0, row.getInt(1));
    }
  }
}
