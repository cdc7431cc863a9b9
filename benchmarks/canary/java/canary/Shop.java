package canary;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A small shop over HTTP: Jetty before a database in memory, with a cache of its own in between. {@code /item/N} reads,
 * {@code /buy/N} writes, {@code /search/N} joins and sorts. It has no data race, unless it is started with {@code plant}: then a
 * dozen are planted, in code that runs with each request down to code that runs with one in a thousand ({@link Planted}).
 *
 * <p>Arguments: port, and {@code plant}. A line on standard input ends it.
 */
public final class Shop extends Handler.Abstract {
  private static final int ITEMS = 2_000;

  private record Item(int id, String name, int price, int stock) {}

  private final JdbcConnectionPool pool;
  private final Planted planted;
  private final Map<Integer, Item> cache = new HashMap<>();
  private long hits;
  private long misses;

  private Shop(JdbcConnectionPool pool, Planted planted) {
    this.pool = pool;
    this.planted = planted;
  }

  public static void main(String[] args) throws Exception {
    JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1", "sa", "");
    pool.setMaxConnections(16);
    try (Connection c = pool.getConnection(); Statement s = c.createStatement()) {
      s.execute("create table item(id int primary key, name varchar(40), price int, stock int)");
      s.execute("create table sale(id identity primary key, item int, amount int)");
      s.execute("create index sale_item on sale(item)");
      for (int i = 0; i < ITEMS; i++) {
        s.execute("insert into item values(" + i + ", 'item number " + i * 7919 % ITEMS + "', " + (100 + i) + ", 1000000)");
      }
    }
    QueuedThreadPool threads = new QueuedThreadPool(24, 8);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setPort(Integer.parseInt(args[0]));
    server.addConnector(connector);
    server.setHandler(new Shop(pool, args.length > 1 && args[1].equals("plant") ? new Planted() : null));
    server.start();
    System.out.println("ready " + connector.getLocalPort() + " " + ProcessHandle.current().pid());
    System.in.read();
    tellOfCanary();
    server.stop();
    pool.dispose();
  }

  /** What the detector says of itself, if it is there as a canary. */
  private static void tellOfCanary() throws Exception {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("dev.racedetect:type=Canary");
    for (int i = 0; i < 30 && !beans.isRegistered(name); i++) {
      Thread.sleep(100);
    }
    if (beans.isRegistered(name)) {
      StringBuilder line = new StringBuilder("canary");
      for (String what : new String[] {"State", "CpuShare", "SampledShare", "Periods", "Methods"}) {
        line.append(' ').append(beans.getAttribute(name, what));
      }
      System.out.println(line);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String[] path = Request.getPathInContext(request).split("/");
    int id = Integer.parseInt(path[2]);
    if (planted != null) {
      planted.request(id);
    }
    String body =
        switch (path[1]) {
          case "item" -> show(item(id % ITEMS));
          case "buy" -> buy(id % ITEMS);
          default -> search(id % ITEMS);
        };
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    Content.Sink.write(response, true, body, callback);
    return true;
  }

  private Item item(int id) throws SQLException {
    synchronized (cache) {
      Item known = cache.get(id);
      if (known != null) {
        hits++;
        return known;
      }
      misses++;
    }
    try (Connection c = pool.getConnection();
        PreparedStatement s = c.prepareStatement("select name, price, stock from item where id = ?")) {
      s.setInt(1, id);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        Item item = new Item(id, r.getString(1), r.getInt(2), r.getInt(3));
        synchronized (cache) {
          cache.put(id, item);
        }
        return item;
      }
    }
  }

  private String buy(int id) throws SQLException {
    try (Connection c = pool.getConnection();
        PreparedStatement take = c.prepareStatement("update item set stock = stock - 1 where id = ?");
        PreparedStatement note = c.prepareStatement("insert into sale(item, amount) values(?, 1)")) {
      take.setInt(1, id);
      take.executeUpdate();
      note.setInt(1, id);
      note.executeUpdate();
    }
    synchronized (cache) {
      cache.remove(id);
    }
    return "{\"bought\":" + id + "}";
  }

  private String search(int id) throws SQLException {
    List<Item> found = new ArrayList<>();
    try (Connection c = pool.getConnection();
        PreparedStatement s =
            c.prepareStatement("select id, name, price, stock from item where id between ? and ? order by name")) {
      s.setInt(1, id);
      s.setInt(2, id + 20);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(new Item(r.getInt(1), r.getString(2), r.getInt(3), r.getInt(4)));
        }
      }
    }
    found.sort((a, b) -> a.price != b.price ? a.price - b.price : a.id - b.id);
    StringBuilder all = new StringBuilder("[");
    for (Item item : found) {
      all.append(all.length() > 1 ? "," : "").append(show(item));
    }
    return all.append(']').toString();
  }

  private static String show(Item item) {
    return "{\"id\":" + item.id + ",\"name\":\"" + item.name + "\",\"price\":" + item.price + ",\"stock\":" + item.stock + "}";
  }
}
