package dev.racedetect.libraries;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/** An Undertow server on the loopback address, asked by four threads. */
public final class UndertowDriver {
  private static final int REQUESTS = 100;

  private UndertowDriver() {}

  /**
   * Prints the number of answers and their total length.
   *
   * @param args not used
   * @throws Exception if the server or a client fails
   */
  public static void main(String[] args) throws Exception {
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    Undertow server =
        Undertow.builder()
            .setIoThreads(2)
            .setWorkerThreads(4)
            .addHttpListener(0, host)
            .setHandler(
                exchange -> {
                  if (exchange.getRequestMethod().toString().equals("POST")) {
                    exchange.dispatch(new BlockingHandler(UndertowDriver::count));
                  } else {
                    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
                    exchange.getResponseSender().send(exchange.getRequestPath());
                  }
                })
            .build();
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    LongAdder answers = new LongAdder();
    LongAdder length = new LongAdder();
    Crew.run(
        4,
        member -> {
          for (int i = 0; i < REQUESTS; i++) {
            URI uri = uri(address, "/member/" + member + "/" + i);
            length.add(ask(uri, member % 2 == 0 ? 0 : 100 * i + 1).length());
            answers.increment();
          }
        });
    server.stop();
    System.out.println("answers=" + answers.sum() + " length=" + length.sum());
  }

  private static void count(HttpServerExchange exchange) throws IOException {
    int length = exchange.getInputStream().readAllBytes().length;
    exchange.getOutputStream().write(("length " + length).getBytes(StandardCharsets.UTF_8));
  }

  private static URI uri(InetSocketAddress address, String path) throws URISyntaxException {
    return new URI(
        "http", null, address.getAddress().getHostAddress(), address.getPort(), path, null, null);
  }

  private static String ask(URI uri, int bytes) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    if (bytes > 0) {
      connection.setDoOutput(true);
      try (OutputStream body = connection.getOutputStream()) {
        body.write(new byte[bytes]);
      }
    }
    try (InputStream body = connection.getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
