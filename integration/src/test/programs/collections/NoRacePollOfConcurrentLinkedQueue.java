import java.util.concurrent.ConcurrentLinkedQueue;

/** CQ-1, BQ-1: poll that returns an element. */
class NoRacePollOfConcurrentLinkedQueue {
  static class Message {
    int value;
  }

  static final ConcurrentLinkedQueue<Message> QUEUE = new ConcurrentLinkedQueue<>();

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
    QUEUE.add(message);
    consumer.join();
  }
}
