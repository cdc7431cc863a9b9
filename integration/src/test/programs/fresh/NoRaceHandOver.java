import java.util.concurrent.SynchronousQueue;

/** VOL-1, QUE-1: objects that are handed over safely, by whatever their fields were written. */
class NoRaceHandOver {
  static class Base {
    int id;

    Base(int id) {
      this.id = id;
    }
  }

  static class Node extends Base {
    Node next;
    long value;

    Node(int id, Node next) {
      super(id);
      this.next = next;
      value = id * 3L;
      value += 2;
    }

    static Node chain(int length) {
      Node head = null;
      for (int i = 0; i < length; i++) {
        Node made = new Node(i, head);
        made.value++;
        made.id = -i;
        head = made;
      }
      return head;
    }
  }

  static volatile Node published;

  static long sum(Node head) {
    long sum = 0;
    for (Node n = head; n != null; n = n.next) {
      sum += n.value + n.id;
      n.value = sum;
    }
    return sum;
  }

  public static void main(String[] args) throws Exception {
    SynchronousQueue<Node> queue = new SynchronousQueue<>();
    Thread reader =
        new Thread(
            () -> {
              Node o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              long sum = sum(o);
              try {
                for (int i = 0; i < 20; i++) {
                  sum += sum(queue.take());
                }
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    reader.start();
    Node first = Node.chain(10);
    published = first;
    for (int i = 0; i < 20; i++) {
      queue.put(Node.chain(i + 1));
    }
    reader.join();
    sum(first);
  }
}
