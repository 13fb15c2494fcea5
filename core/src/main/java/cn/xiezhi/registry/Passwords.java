package cn.xiezhi.registry;

/** Hashes passwords for accounts that are not made through sign-in. Implemented by the identity bundle. */
public interface Passwords {
    /** The password's hash in PHC string form. */
    String hash(String password);
}
