// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskLanguageData
import Testing

/// Lines of pages, written as they are met, and lines of stories that resemble them.
@Suite struct BoilerplateLineTests {
  @Test(arguments: [
    ("👉 WHAT’S YOUR REACTION?", PhraseClasses.reactionWidget), ("¿Cual es tu reaccion?", .reactionWidget),
    ("Comparte esta nota 📲", .shareBar), ("[Share on Facebook]", .shareBar), ("Share on X (Twitter)", .shareBar),
    ("Facebook | X | WhatsApp", .shareBar), ("Share  Tweet  Email", .shareBar),
    ("» A LIRE AUSSI :", .readMore), ("LEA TAMBIÉN…", .readMore), ("Ще за темою", .readMore),
    ("Lesen Sie auch: Der Hafen bleibt zu", .readMorePrefix),
    ("LEA TAMBIÉN | El puerto sigue cerrado", .readMorePrefix),
    ("Читайте также — Порт закрыт", .readMorePrefix), ("▶ Guarda anche » Il porto resta chiuso", .readMorePrefix),
    ("— ADVERTISEMENT —", .furniture), ("Comments (1 204)", .furniture), ("7 min read", .furniture),
    ("Tiempo de lectura: 4 minutos", .furniture), ("Follow us on X, Threads and Bluesky", .furniture),
    ("Подписывайтесь на наш Telegram-канал!", .furniture), ("Schlagwörter: Hafen, Sturm", .keywordLinePrefix),
    ("View this post on Instagram", .embed), ("Un post condiviso da Canal Ocho (@canalocho)", .embedPrefix),
  ])
  func `lines of a page are recognized in any language`(_ line: String, _ expected: PhraseClasses) {
    let classes = BoilerplateLine(Array(line.utf8)[...])?.classes ?? []
    #expect(!classes.isDisjoint(with: expected), "\(classes)")
  }

  @Test(arguments: [
    "", " ", "Reaction in Caracas", "Read also what the mayor wrote", "Facebook and X", "Facebook, Twitter",
    "14:30: the vote begins",
    "The mayor: read more, complain less", "Share prices fall", "Advertisement ban upheld", "Comments by the mayor",
    "A post shared by thousands", "Anzeige gegen den Minister", "Publicidad engañosa", "Реклама алкоголя под запретом",
    "Teilen und herrschen",
  ])
  func `lines of a story are left alone`(_ line: String) {
    #expect(BoilerplateLine(Array(line.utf8)[...]) == nil)
  }
}
