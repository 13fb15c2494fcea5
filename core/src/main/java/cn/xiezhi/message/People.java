package cn.xiezhi.message;

import static java.util.stream.Collectors.toMap;

import cn.xiezhi.message.Target.Mailbox;
import cn.xiezhi.message.Target.Robot;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who may be told in a jurisdiction, as things are at a moment. */
public record People(Map<String, Officer> officers, Map<String, Wish> wishes, Map<String, Robot> robots) {
    /** Only those whose account is open are told anything. */
    public static People of(List<Account> accounts, Map<String, Organ> organs, List<Wish> wishes, List<Robot> robots) {
        return new People(accounts.stream().filter(a -> a.enabled() && organs.containsKey(a.organ()))
                .collect(toMap(Account::user, a -> a.at(organs.get(a.organ())))),
                wishes.stream().collect(toMap(Wish::user, Function.identity())), robots.stream().collect(toMap(Robot::organ, Function.identity())));
    }

    /** An organ's own robot, else the county's. */
    Optional<Robot> robotOf(String organ) {
        return Optional.ofNullable(robots.get(organ)).or(() -> Optional.ofNullable(robots.get(Robot.COUNTY)));
    }

    /** The person that a message is for; none if it is for a group, or if the person is not there any more. */
    Optional<Officer> reader(String recipient) {
        return Message.isGroup(recipient) ? Optional.empty() : Optional.ofNullable(officers.get(Message.name(recipient)));
    }

    Optional<Target> target(String recipient) {
        return Message.isGroup(recipient) ? Optional.ofNullable(robots.get(Message.name(recipient)))
                : Optional.ofNullable(wishes.get(Message.name(recipient))).flatMap(Wish::mail).map(Mailbox::new);
    }
}
