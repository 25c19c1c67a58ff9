import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One run of a Kafka client. Prints one word a line: names, or the ids of records, or "denied" where the brokers do
 * not allow it. Whoever has a name signs in by SCRAM; the name "-" connects without.
 *
 * <pre>
 * create  SERVERS USER PASSWORD TOPIC:PARTITIONS...
 * topics  SERVERS USER PASSWORD
 * produce SERVERS USER PASSWORD TOPIC FIRST COUNT   writes the ids FIRST to FIRST + COUNT - 1, prints the confirmed
 * consume SERVERS USER PASSWORD TOPIC GROUP         reads on to the end as it is now, prints what it read
 * </pre>
 */
public class Client {
  private static final short COPIES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  public static void main(String[] args) throws Exception {
    Properties settings = settings(args[1], args[2], args[3]);
    try {
      switch (args[0]) {
        case "create" -> create(settings, Arrays.copyOfRange(args, 4, args.length));
        case "topics" -> topics(settings);
        case "produce" -> produce(settings, args[4], Integer.parseInt(args[5]), Integer.parseInt(args[6]));
        case "consume" -> consume(settings, args[4], args[5]);
        default -> throw new IllegalArgumentException("unknown command: " + args[0]);
      }
    } catch (AuthorizationException denied) {
      System.out.println("denied");
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof AuthorizationException)) throw failed;
      System.out.println("denied");
    }
  }

  private static Properties settings(String servers, String user, String password) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", servers);
    if (user.equals("-")) return settings;
    settings.put("security.protocol", "SASL_PLAINTEXT");
    settings.put("sasl.mechanism", "SCRAM-SHA-512");
    String module = "org.apache.kafka.common.security.scram.ScramLoginModule";
    String login = "%s required username=\"%s\" password=\"%s\";";
    settings.put("sasl.jaas.config", String.format(login, module, user, password));
    return settings;
  }

  private static void create(Properties settings, String[] topics) throws Exception {
    try (Admin admin = Admin.create(settings)) {
      List<NewTopic> wanted =
          Arrays.stream(topics)
              .map(topic -> topic.split(":"))
              .map(parts -> new NewTopic(parts[0], Integer.parseInt(parts[1]), COPIES))
              .toList();
      admin.createTopics(wanted).all().get();
    }
  }

  private static void topics(Properties settings) throws Exception {
    try (Admin admin = Admin.create(settings)) {
      admin.listTopics().names().get().stream().sorted().forEach(System.out::println);
    }
  }

  private static void produce(Properties settings, String topic, int first, int count) throws Exception {
    settings.put("acks", "all");
    try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      Map<String, Future<RecordMetadata>> sent = new LinkedHashMap<>();
      for (int number = first; number < first + count; number++) {
        String id = Integer.toString(number);
        sent.put(id, producer.send(new ProducerRecord<>(topic, id, id)));
        // Where the first is not allowed, each of the others would only ask again.
        if (number == first) sent.get(id).get();
      }
      for (var record : sent.entrySet()) {
        record.getValue().get();
        System.out.println(record.getKey());
      }
    }
  }

  private static void consume(Properties settings, String topic, String group) {
    settings.put("group.id", group);
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", "false");
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      consumer.subscribe(Collections.singleton(topic));
      long giveUp = System.nanoTime() + PATIENCE.toNanos();
      boolean ended = false;
      while (!ended) {
        if (System.nanoTime() > giveUp) throw new IllegalStateException("did not reach the end in time");
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          System.out.println(record.value());
        }
        ended =
            consumer.assignment().containsAll(partitions)
                && end.entrySet().stream().allMatch(it -> consumer.position(it.getKey()) >= it.getValue());
      }
      consumer.commitSync();
    }
  }
}
