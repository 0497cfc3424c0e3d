package org.rung.cast;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.rung.accounts.AccountId;
import org.rung.accounts.Courier;
import org.rung.accounts.Parcel;
import org.rung.accounts.Way;
import org.rung.common.OrganizationId;

/** Brings one-time codes by e-mail to nobody, and knows what it was given. */
public class Mailbag implements Courier {
    private final Queue<Parcel> taken = new ConcurrentLinkedQueue<>();

    @Override
    public Way way() {
        return Way.EMAIL;
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public boolean open(OrganizationId organizationId) {
        return true;
    }

    @Override
    public void take(Parcel parcel) {
        taken.add(parcel);
    }

    /** The latest of so many, which are on their way. */
    public Parcel await(AccountId accountId, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> of(accountId).size() >= count);
        return of(accountId).getLast();
    }

    public List<Parcel> of(AccountId accountId) {
        return taken.stream()
                .filter(parcel -> parcel.accountId().equals(accountId))
                .toList();
    }
}
