package org.rung.accounts.codes;

import org.rung.accounts.AccountId;
import org.rung.accounts.EmailAddress;
import org.rung.accounts.OwnAccount;
import org.rung.accounts.Way;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;

/** Another e-mail or mobile number for an account, once its person has typed the code that was sent there. */
@Service
public class Proofs {
    private final Codes codes;
    private final OwnAccount own;

    Proofs(Codes codes, OwnAccount own) {
        this.codes = codes;
        this.own = own;
    }

    /** Whether a code can be sent there at all; an e-mail can be changed without, by password. */
    public boolean open(Way way) {
        return codes.open(way);
    }

    /**
     * Sends a code there.
     *
     * @param address the network address that asks
     * @throws Problem.Refused when the password is another one
     * @throws org.rung.accounts.TooManyAttempts
     */
    public Asked ask(AccountId accountId, EmailAddress email, String password, String address) {
        own.mustKnow(accountId, password, address);
        return codes.prove(accountId, email, address);
    }

    /** As for an e-mail. */
    public Asked ask(AccountId accountId, PhoneNumber phone, String password, String address) {
        own.mustKnow(accountId, password, address);
        return codes.prove(accountId, phone, address);
    }

    /** The account's e-mail from now on. @throws Problem.Refused for another code @throws Problem.Conflict when it is another account's */
    public void email(AccountId accountId, Asked asked, String digits, String address) {
        own.proved(accountId, new EmailAddress(codes.proven(accountId, asked.ask(), digits, address)));
    }

    /** The account's mobile number from now on. @throws Problem.Refused for another code */
    public void mobile(AccountId accountId, Asked asked, String digits, String address) {
        own.proved(accountId, new PhoneNumber(codes.proven(accountId, asked.ask(), digits, address)));
    }
}
