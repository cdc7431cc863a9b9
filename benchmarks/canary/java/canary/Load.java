package canary;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests at a constant rate over a number of connections on loopback, or as fast as answers come, and prints throughput and
 * latencies of each interval. A latency counts from when the request was due, so that a server that stalls cannot hide it.
 *
 * <p>Arguments: port, connections, requests a second (0: as fast as answers come), seconds.
 */
public final class Load {
  private Load() {}

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    int connections = Integer.parseInt(args[1]);
    double rate = Double.parseDouble(args[2]);
    long nanos = Math.round(Double.parseDouble(args[3]) * 1e9);
    long start = System.nanoTime() + 50_000_000;
    long[][] latencies = new long[connections][];
    Thread[] threads = new Thread[connections];
    for (int i = 0; i < connections; i++) {
      int n = i;
      threads[i] = new Thread(() -> latencies[n] = run(port, n, connections, rate, start, nanos));
      threads[i].start();
    }
    for (Thread t : threads) {
      t.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long[] all = Arrays.stream(latencies).flatMapToLong(Arrays::stream).sorted().toArray();
    System.out.printf(
        "{\"requests\":%d,\"seconds\":%.3f,\"p50\":%.3f,\"p90\":%.3f,\"p99\":%.3f,\"p999\":%.3f,\"max\":%.3f}%n",
        all.length, seconds, at(all, 0.5), at(all, 0.9), at(all, 0.99), at(all, 0.999), at(all, 1));
  }

  /** Milliseconds. */
  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e6;
  }

  private static long[] run(int port, int n, int of, double rate, long start, long nanos) {
    long[] latencies = new long[1 << 12];
    int count = 0;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (long i = 0; ; i++) {
        long request = n + i * of;
        long due = rate == 0 ? Math.max(start, System.nanoTime()) : start + (long) (request / rate * 1e9);
        if (due - start >= nanos) {
          return Arrays.copyOf(latencies, count);
        }
        for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
          LockSupport.parkNanos(due - now);
        }
        long mixed = request * 0x9E3779B97F4A7C15L >>> 33;
        String what = mixed % 10 == 0 ? "buy" : mixed % 10 == 1 ? "search" : "item";
        out.write(
            ("GET /" + what + "/" + mixed / 10 % 100_000 + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        answer(in);
        if (count == latencies.length) {
          latencies = Arrays.copyOf(latencies, count * 2);
        }
        latencies[count++] = System.nanoTime() - due;
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Reads one answer; its status must be 200. */
  private static void answer(InputStream in) throws IOException {
    int length = -1;
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("answer: " + status);
    }
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).trim());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("connection closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
