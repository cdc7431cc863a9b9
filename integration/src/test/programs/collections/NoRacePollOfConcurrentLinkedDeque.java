import java.util.concurrent.ConcurrentLinkedDeque;

/** CQ-1, BQ-1: poll that returns an element. */
class NoRacePollOfConcurrentLinkedDeque {
  static class Message {
    int value;
  }

  static final ConcurrentLinkedDeque<Message> QUEUE = new ConcurrentLinkedDeque<>();

  public static void main(String[] args) throws Exception {
    Thread consumer =
        new Thread(
            () -> {
              Message message;
              while ((message = QUEUE.pollLast()) == null) {
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
    QUEUE.offerFirst(message);
    consumer.join();
  }
}
