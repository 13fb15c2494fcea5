package cn.xiezhi.message;

import java.time.Instant;

/**
 * That a recipient is to be told of a notice. There is one for a notice and a recipient at most.
 *
 * @param recipient {@code @user}, or {@code #organ} for the group of its robot
 */
public record Message(String jurisdiction, String notice, String recipient, Instant sendAt) {
    private static final String USER = "@";
    private static final String GROUP = "#";

    static String user(String user) {
        return USER + user;
    }

    static String group(String organ) {
        return GROUP + organ;
    }

    static boolean isGroup(String recipient) {
        return recipient.startsWith(GROUP);
    }

    /** The user, or the organ whose group it is. */
    public static String name(String recipient) {
        return recipient.substring(1);
    }

    /** By which way a recipient is reached. */
    public static Way way(String recipient) {
        return isGroup(recipient) ? Way.ROBOT : Way.MAIL;
    }
}
