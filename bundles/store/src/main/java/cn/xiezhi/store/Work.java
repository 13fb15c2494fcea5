package cn.xiezhi.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs reads and transactions; what the database says no to comes out as a StoreException. */
record Work(EntityManagerFactory factory) {
    /** Reads; every query by itself sees what is committed. */
    <T> T read(Function<EntityManager, T> work) {
        try (EntityManager em = factory.createEntityManager()) {
            return work.apply(em);
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** One transaction: all of the work or nothing of it. */
    <T> T write(Function<EntityManager, T> work) {
        try (EntityManager em = factory.createEntityManager()) {
            EntityTransaction transaction = em.getTransaction();
            transaction.begin();
            try {
                T result = work.apply(em);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    void run(Consumer<EntityManager> work) {
        write(em -> {
            work.accept(em);
            return true;
        });
    }
}
