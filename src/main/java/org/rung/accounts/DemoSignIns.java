package org.rung.accounts;

import java.util.List;

/** The invented people one may be in demo mode; given by the demo room, absent otherwise. */
public interface DemoSignIns {
    List<DemoSignIn> all();

    /** Anyone may know this password: nothing here is real. */
    record DemoSignIn(String name, String email, String password, String roles) {}
}
