import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import java.awt.event.ActionListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.Authenticator;
import java.net.CookieManager;
import java.net.FileNameMap;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.net.ssl.HttpsURLConnection;
import javax.swing.event.EventListenerList;

/** F: what comes after an object was registered with the JDK is not ordered before its uses. */
class RaceRegistered {
  private static final VarHandle DONE;

  static {
    try {
      DONE = MethodHandles.lookup().findVarHandle(Setting.class, "done", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  interface Action {
    void run() throws Exception;
  }

  /** What one thread registers and another uses; nothing else orders the two. */
  static final class Setting {
    int value;
    boolean done;

    void read() {
      int seen = value; // RACE value
    }

    void check(Action register, Action use) throws Exception {
      Thread t =
          new Thread(
              () -> {
                try {
                  register.run();
                  value = 1; // RACE value
                } catch (Exception e) {
                  throw new AssertionError(e);
                } finally {
                  DONE.setOpaque(this, true);
                }
              });
      t.start();
      while (!(boolean) DONE.getOpaque(this)) {
        Thread.onSpinWait();
      }
      use.run();
      t.join();
    }
  }

  public interface Job extends Remote {
    void run() throws RemoteException;
  }

  static final class Out extends PrintStream {
    final Setting setting;
    int lines = 3;

    Out(Setting setting) {
      super(OutputStream.nullOutputStream());
      this.setting = setting;
      lines = 4;
    }

    @Override
    public void println(String line) {
      setting.read();
      lines++;
    }
  }

  public static void main(String[] args) throws Exception {
    streams();
    network();
    server();
    remote();
    others();
    logging();
  }

  static void streams() throws Exception {
    PrintStream out = System.out;
    Setting s = new Setting();
    s.check(() -> System.setOut(new Out(s)), () -> System.out.println("x"));
    System.setOut(out);
    InputStream in = System.in;
    Setting i = new Setting();
    i.check(
        () ->
            System.setIn(
                new InputStream() {
                  int next = 5;

                  @Override
                  public int read() {
                    i.read();
                    return next--;
                  }
                }),
        () -> System.in.read());
    System.setIn(in);
  }

  static void network() throws Exception {
    Setting a = new Setting();
    a.check(
        () ->
            Authenticator.setDefault(
                new Authenticator() {
                  @Override
                  protected PasswordAuthentication getPasswordAuthentication() {
                    a.read();
                    return null;
                  }
                }),
        () -> Authenticator.requestPasswordAuthentication("h", null, 1, "p", "q", "s"));
    Authenticator.setDefault(null);
    FileNameMap before = URLConnection.getFileNameMap();
    Setting f = new Setting();
    f.check(
        () ->
            URLConnection.setFileNameMap(
                name -> {
                  f.read();
                  return "a/b";
                }),
        () -> URLConnection.guessContentTypeFromName("a.b"));
    URLConnection.setFileNameMap(before);
    CookieManager cookies = new CookieManager();
    Setting c = new Setting();
    c.check(
        () ->
            cookies.setCookiePolicy(
                (uri, cookie) -> {
                  c.read();
                  return true;
                }),
        () -> cookies.put(URI.create("http://h/"), Map.of("Set-Cookie", List.of("a=b"))));
    Setting v = new Setting();
    v.check(
        () ->
            HttpsURLConnection.setDefaultHostnameVerifier(
                (host, session) -> {
                  v.read();
                  return true;
                }),
        () -> HttpsURLConnection.getDefaultHostnameVerifier().verify("h", null));
  }

  static void server() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    HttpContext late = server.createContext("/late");
    Setting s = new Setting();
    s.check(
        () -> late.setHandler(exchange -> answer(s, exchange)), () -> request(server, "/late"));
    Setting c = new Setting();
    c.check(
        () -> server.createContext("/new", exchange -> answer(c, exchange)),
        () -> request(server, "/new"));
    Setting a = new Setting();
    a.check(
        () ->
            late.setAuthenticator(
                new BasicAuthenticator("r") {
                  @Override
                  public boolean checkCredentials(String user, String password) {
                    a.read();
                    return true;
                  }
                }),
        () -> request(server, "/late"));
    server.stop(0);
  }

  static void answer(Setting s, com.sun.net.httpserver.HttpExchange exchange) throws IOException {
    s.read();
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  static void request(HttpServer server, String path) throws IOException {
    URL url = new URL("http://127.0.0.1:" + server.getAddress().getPort() + path);
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    String user = Base64.getEncoder().encodeToString("u:p".getBytes());
    connection.setRequestProperty("Authorization", "Basic " + user);
    if (connection.getResponseCode() != 200) {
      throw new AssertionError(connection.getResponseCode());
    }
  }

  static void remote() throws Exception {
    Job first = () -> {};
    Job stub = (Job) UnicastRemoteObject.exportObject(first, 0);
    stub.run();
    Setting s = new Setting();
    Job job = s::read;
    Job[] found = new Job[1];
    VarHandle element = MethodHandles.arrayElementVarHandle(Job[].class);
    s.check(
        () -> element.setOpaque(found, 0, (Job) UnicastRemoteObject.exportObject(job, 0)),
        () -> ((Job) element.getOpaque(found, 0)).run());
    UnicastRemoteObject.unexportObject(job, true);
    UnicastRemoteObject.unexportObject(first, true);
  }

  static void others() throws Exception {
    TimeZone zone = TimeZone.getDefault();
    Setting z = new Setting();
    z.check(
        () ->
            TimeZone.setDefault(
                new SimpleTimeZone(0, "z") {
                  @Override
                  public int getOffset(long date) {
                    z.read();
                    return 0;
                  }
                }),
        () -> TimeZone.getDefault().getOffset(0));
    TimeZone.setDefault(zone);
    Setting w = new Setting();
    w.check(
        () ->
            DriverManager.setLogWriter(
                new PrintWriter(
                    new Writer() {
                      int written = 1;

                      @Override
                      public void write(char[] text, int from, int length) {
                        w.read();
                        written++;
                      }

                      @Override
                      public void flush() {}

                      @Override
                      public void close() {}
                    })),
        () -> DriverManager.println("x"));
    DriverManager.setLogWriter(null);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
    Setting t = new Setting();
    t.check(
        () ->
            pool.setThreadFactory(
                task -> {
                  t.read();
                  return new Thread(task);
                }),
        pool::prestartCoreThread);
    pool.shutdown();
    Setting r = new Setting();
    r.check(
        () -> pool.setRejectedExecutionHandler((task, from) -> r.read()),
        () -> pool.execute(() -> {}));
    EventListenerList listeners = new EventListenerList();
    Setting l = new Setting();
    l.check(
        () -> listeners.add(ActionListener.class, event -> l.read()),
        () -> listeners.getListeners(ActionListener.class)[0].actionPerformed(null));
  }

  static void logging() throws Exception {
    Logger logger = Logger.getLogger("RaceRegistered");
    Logger child = Logger.getLogger("RaceRegistered.child");
    logger.setUseParentHandlers(false);
    child.setUseParentHandlers(false);
    Setting s = new Setting();
    s.check(() -> logger.setLevel(Level.FINE), () -> logger.fine(text(s)));
    Setting p = new Setting();
    p.check(
        () -> logger.setLevel(Level.FINER),
        () -> {
          if (child.isLoggable(Level.FINER)) {
            p.read();
          }
        });
    child.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            if (record.getResourceBundle() != null) {
              record.getResourceBundle().getString("k");
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
    Setting b = new Setting();
    b.check(
        () ->
            child.setResourceBundle(
                new ResourceBundle() {
                  @Override
                  public String getBaseBundleName() {
                    return "b";
                  }

                  @Override
                  protected Object handleGetObject(String key) {
                    b.read();
                    return key;
                  }

                  @Override
                  public Enumeration<String> getKeys() {
                    throw new UnsupportedOperationException();
                  }
                }),
        () -> child.severe("k"));
    Logger lonely = Logger.getLogger("RaceRegistered.lonely");
    Setting o = new Setting();
    o.check(
        () ->
            lonely.setParent(
                new Logger("RaceRegistered.parent", null) {
                  @Override
                  public boolean getUseParentHandlers() {
                    return false;
                  }

                  @Override
                  public Handler[] getHandlers() {
                    o.read();
                    return new Handler[0];
                  }
                }),
        () -> lonely.severe("x"));
  }

  static java.util.function.Supplier<String> text(Setting s) {
    return () -> {
      s.read();
      return "";
    };
  }
}
