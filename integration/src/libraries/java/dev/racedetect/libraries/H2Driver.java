package dev.racedetect.libraries;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Transfers between accounts over four connections to one H2 database in memory. */
public final class H2Driver {
  private static final String URL = "jdbc:h2:mem:bank;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000";
  private static final int ACCOUNTS = 16;
  private static final int TRANSFERS = 150;

  private H2Driver() {}

  /**
   * Prints the sum of all balances, the number of journal entries and the number of notes.
   *
   * @param args not used
   * @throws Exception if the database refuses a statement
   */
  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      statement.execute("create table account(id int primary key, balance bigint not null)");
      statement.execute(
          "create table journal(id bigint auto_increment primary key, member int, amount int,"
              + " note clob)");
      statement.execute("create index journal_member on journal(member)");
      for (int i = 0; i < ACCOUNTS; i++) {
        statement.execute("insert into account values(" + i + ", 1000)");
      }
      Crew.run(4, H2Driver::transfer);
      System.out.println(
          "balance="
              + single(statement, "select sum(balance) from account")
              + " entries="
              + single(statement, "select count(*) from journal")
              + " amount="
              + single(statement, "select sum(amount) from journal where member between 0 and 3")
              + " notes="
              + single(statement, "select count(distinct cast(note as varchar)) from journal"));
      statement.execute("shutdown");
    }
  }

  private static void transfer(int member) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL)) {
      connection.setAutoCommit(false);
      try (PreparedStatement lock =
              connection.prepareStatement(
                  "select balance from account where id in (?, ?) order by id for update");
          PreparedStatement move =
              connection.prepareStatement("update account set balance = balance + ? where id = ?");
          PreparedStatement log =
              connection.prepareStatement(
                  "insert into journal(member, amount, note) values(?, ?, ?)")) {
        for (int i = 0; i < TRANSFERS; i++) {
          int from = (member * 5 + i) % ACCOUNTS;
          int to = (from + 1 + i % (ACCOUNTS - 1)) % ACCOUNTS;
          while (!attempt(connection, lock, move, log, member, from, to, i)) {
            connection.rollback();
          }
        }
      }
    }
  }

  private static boolean attempt(
      Connection connection,
      PreparedStatement lock,
      PreparedStatement move,
      PreparedStatement log,
      int member,
      int from,
      int to,
      int amount)
      throws SQLException {
    try {
      lock.setInt(1, Math.min(from, to));
      lock.setInt(2, Math.max(from, to));
      try (ResultSet rows = lock.executeQuery()) {
        while (rows.next()) {
          rows.getLong(1);
        }
      }
      move(move, from, -amount);
      move(move, to, amount);
      log.setInt(1, member);
      log.setInt(2, amount);
      log.setString(3, "transfer " + amount % 50);
      log.executeUpdate();
      connection.commit();
      return true;
    } catch (SQLException failure) {
      // Deadlock, concurrent update, lock timeout: the database asks for another attempt.
      if ("40001".equals(failure.getSQLState()) || "HYT00".equals(failure.getSQLState())) {
        return false;
      }
      throw failure;
    }
  }

  private static void move(PreparedStatement statement, int account, int amount)
      throws SQLException {
    statement.setInt(1, amount);
    statement.setInt(2, account);
    statement.executeUpdate();
  }

  private static long single(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
