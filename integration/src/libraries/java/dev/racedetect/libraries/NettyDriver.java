package dev.racedetect.libraries;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Clients and an adding server on Netty's event loops, over sockets and within the JVM. */
public final class NettyDriver {
  private static final int CLIENTS = 4;
  private static final int MESSAGES = 500;

  private NettyDriver() {}

  /** Frames of four bytes length and one number each. */
  private static final class Framing extends ChannelInitializer<Channel> {
    private final Supply handler;

    Framing(Supply handler) {
      this.handler = handler;
    }

    @Override
    protected void initChannel(Channel channel) {
      channel
          .pipeline()
          .addLast(new LengthFieldBasedFrameDecoder(1024, 0, 4, 0, 4))
          .addLast(new LengthFieldPrepender(4))
          .addLast(handler.create());
    }
  }

  /** Makes one handler for each channel. */
  private interface Supply {
    SimpleChannelInboundHandler<ByteBuf> create();
  }

  /** Answers each number with the sum of all numbers so far on its channel. */
  private static final class Adder extends SimpleChannelInboundHandler<ByteBuf> {
    private long sum;

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
      sum += message.readLong();
      context.writeAndFlush(context.alloc().buffer(8).writeLong(sum));
    }
  }

  /** Sends the next number when the answer to the last one is there. */
  private static final class Client extends SimpleChannelInboundHandler<ByteBuf> {
    private final EventExecutorGroup executors;
    private final List<Future<Long>> results;
    private int sent;

    Client(EventExecutorGroup executors, List<Future<Long>> results) {
      this.executors = executors;
      this.results = results;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      send(context);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
      long sum = message.readLong();
      if (sent < MESSAGES) {
        send(context);
      } else {
        Future<Long> result = executors.submit(() -> sum);
        synchronized (results) {
          results.add(result);
        }
        context.close();
      }
    }

    private void send(ChannelHandlerContext context) {
      sent++;
      context.writeAndFlush(context.alloc().buffer(8).writeLong(sent));
    }
  }

  /**
   * Prints the sums of all channels for both transports and the number of timer ticks.
   *
   * @param args not used
   * @throws Exception if a channel fails
   */
  public static void main(String[] args) throws Exception {
    long nio =
        exchange(
            NioIoHandler.newFactory(),
            NioServerSocketChannel.class,
            NioSocketChannel.class,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    long local =
        exchange(
            LocalIoHandler.newFactory(),
            LocalServerChannel.class,
            LocalChannel.class,
            new LocalAddress("adder"));
    System.out.println("nio=" + nio + " local=" + local + " ticks=" + ticks());
  }

  private static long exchange(
      IoHandlerFactory factory,
      Class<? extends ServerChannel> serverType,
      Class<? extends Channel> clientType,
      SocketAddress address)
      throws InterruptedException {
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(3, factory);
    EventExecutorGroup executors = new DefaultEventExecutorGroup(2);
    List<Future<Long>> results = new ArrayList<>();
    try {
      Channel server =
          new ServerBootstrap()
              .group(loops)
              .channel(serverType)
              .childHandler(new Framing(Adder::new))
              .bind(address)
              .sync()
              .channel();
      Bootstrap client =
          new Bootstrap()
              .group(loops)
              .channel(clientType)
              .handler(new Framing(() -> new Client(executors, results)));
      Crew.run(
          CLIENTS,
          member -> client.connect(server.localAddress()).sync().channel().closeFuture().sync());
      server.close().sync();
    } finally {
      executors.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
      loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
    }
    long sum = 0;
    synchronized (results) {
      for (Future<Long> result : results) {
        sum += result.getNow();
      }
    }
    return sum;
  }

  private static long ticks() throws InterruptedException {
    HashedWheelTimer timer = new HashedWheelTimer(1, TimeUnit.MILLISECONDS);
    CountDownLatch ticks = new CountDownLatch(CLIENTS * 50);
    Crew.run(
        CLIENTS,
        member -> {
          for (int i = 0; i < 50; i++) {
            timer.newTimeout(timeout -> ticks.countDown(), i % 7, TimeUnit.MILLISECONDS);
            timer.newTimeout(timeout -> ticks.countDown(), 1, TimeUnit.HOURS).cancel();
          }
        });
    ticks.await();
    timer.stop();
    return ticks.getCount();
  }
}
