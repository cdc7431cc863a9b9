import java.util.concurrent.LinkedBlockingQueue;

/** CQ-1, BQ-1: poll that returns an element. */
class NoRacePollOfLinkedBlockingQueue {
  static class Message {
    int value;
  }

  static final LinkedBlockingQueue<Message> QUEUE = new LinkedBlockingQueue<>();

  public static void main(String[] args) throws Exception {
    Thread consumer =
        new Thread(
            () -> {
              Message message;
              while ((message = QUEUE.poll()) == null) {
                Thread.onSpinWait();
              }
              if (message.value != 1) {
                throw new AssertionError();
              }
              message.value++;
            });
    consumer.start();
    Message message = new Message();
    message.value = 1;
    QUEUE.offer(message);
    consumer.join();
  }
}
