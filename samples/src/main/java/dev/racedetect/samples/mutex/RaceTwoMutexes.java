package dev.racedetect.samples.mutex;

/**
 * A counter that is always guarded, but not always by the same mutex.
 *
 * <p>Go: two structs that each bring a {@code sync.Mutex} and share a pointer. Both threads hold a
 * lock at each access, and still nothing orders them.
 */
public final class RaceTwoMutexes {

  private RaceTwoMutexes() {}

  private static final class Account {
    private long balance;
  }

  private static final class Teller extends Thread {
    private final Object lock = new Object();
    private final Account account;

    Teller(Account account) {
      this.account = account;
    }

    @Override
    public void run() {
      for (int i = 0; i < 1_000; i++) {
        synchronized (lock) {
          account.balance++; // RACE Account.balance
        }
      }
    }
  }

  /** Lets two tellers pay into one account. */
  public static void main(String[] args) throws InterruptedException {
    Account account = new Account();
    Teller first = new Teller(account);
    Teller second = new Teller(account);
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("balance " + account.balance);
  }
}
