package dev.racedetect.libraries;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Four threads that share two pooled connections, which are replaced now and then. */
public final class HikariDriver {
  private static final int BORROWS = 400;

  private HikariDriver() {}

  /**
   * Prints what the pooled connections wrote.
   *
   * @param args not used
   * @throws Exception if the pool or the database refuses
   */
  public static void main(String[] args) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:pool;DB_CLOSE_DELAY=-1");
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(60_000);
    config.setPoolName("driver");
    try (HikariDataSource pool = new HikariDataSource(config)) {
      execute(pool, "create table visit(member int, turn int, primary key(member, turn))");
      Crew.run(4, member -> visit(pool, member));
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select count(*), sum(turn) from visit")) {
        rows.next();
        System.out.println("visits=" + rows.getLong(1) + " turns=" + rows.getLong(2));
      }
    }
  }

  private static void visit(HikariDataSource pool, int member) throws SQLException {
    for (int turn = 0; turn < BORROWS; turn++) {
      try (Connection connection = pool.getConnection();
          PreparedStatement insert =
              connection.prepareStatement("insert into visit values(?, ?)")) {
        insert.setInt(1, member);
        insert.setInt(2, turn);
        insert.executeUpdate();
      }
      if (turn % 100 == 99) {
        pool.getHikariPoolMXBean().softEvictConnections();
      }
    }
  }

  private static void execute(HikariDataSource pool, String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
