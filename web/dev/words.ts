// What the invented customers of an invented tea and coffee house say, for developing without a server.

export const people: [name: string, handle: string, bio: string][] = [
  ['Maya Lindqvist', 'maya.fen.example', 'Ceramics, cold water swimming, far too many teapots.'],
  ['Tom Achterberg', 'tomachterberg.example', 'Postman. Father of two. Opinions about bread.'],
  ['Priya Raman', 'priya-raman.example', 'Pastry chef. I will ask where your vanilla is from.'],
  ['نور الحسيني', 'noor.example', 'كاتبة ومترجمة، قهوة بلا سكر'],
  ['Giulia Ferrante', 'giuliaf.example', 'Torino. Montagne e moka.'],
  ['Kwame Boateng', 'kwame.builds.example', 'Building small radios and large sandwiches.'],
  ['יעל שטרן', 'yaelstern.example', 'תה, ספרים, חתולים'],
  [
    'Wolfeschlegelsteinhausenbergerdorff Maximilian-Alexander von und zu Hohenlohe',
    'wolfeschlegelsteinhausenbergerdorff-the-third.example',
    'Yes, all of it.',
  ],
  ['佐藤 美咲', 'misaki.example', 'お茶と散歩が好きです'],
  ['Ana Beltrán', 'anabeltran.example', 'Bióloga. Café antes que nada ☕️'],
  ['🌿 fern 🌿', 'fern.example', 'plants > people (mostly)'],
  ['Ruben Oyelaran', 'ruben.o.example', 'Runs a hotel breakfast with military precision.'],
  ['Elske de Vries', 'elske.example', 'Night nurse. Your tea keeps me awake, thank you.'],
  ['Marc-Olivier Tremblay', 'motremblay.example', 'Montréal, vélo, bouquins.'],
  ['Hanneke', 'hanneke.example', ''],
  ['Dmytro Koval', 'dkoval.example', 'Ceramist. Kyiv, now Gdańsk.'],
]

export const openings: [text: string, lang: string][] = [
  [
    '@northwind the lid of the travel flask I bought in May leaks when it lies on its side. Is there a seal I can replace, or did I do something wrong?',
    'en',
  ],
  [
    'Second parcel from @northwind that came a day late and with the box open. The tea was fine, the trust a bit less.',
    'en',
  ],
  [
    'Can anyone at @northwind tell me if the Winter Smoke blend has anything from wheat in it? My sister is coeliac and I would love to bring it on Saturday.',
    'en',
  ],
  ['مرحباً @northwind، هل تشحنون إلى عمّان؟ جرّبت شاي الزعتر عند صديقة ولم أجده هنا.', 'ar'],
  [
    'Ho finito oggi l’ultima bustina di Alba di @northwind. Quando torna? Sul sito dice «presto» da tre mesi.',
    'it',
  ],
  [
    'Is the descaler safe for the old brass kettle? The manual of @northwind only talks about steel. Photo of the patient attached.',
    'en',
  ],
  ['@northwind שלום, הקופון מהניוזלטר לא עובד לי. ניסיתי פעמיים, גם בטלפון', 'he'],
  [
    'The people at @northwind on Fish Street let me sit for two hours with a crying baby and one pot of tea. I will not forget that.',
    'en',
  ],
  [
    '@northwind の抹茶を飲みました。とても香りが良いです。淹れ方の温度は何度がおすすめですか？',
    'ja',
  ],
  [
    '¿Por qué la suscripción de @northwind subió dos euros sin avisar? No es el dinero, es enterarme por el banco.',
    'es',
  ],
  ['new @northwind tins are SO pretty 😍🫖🍃 but the label peels off after one wash?? 😭', 'en'],
  [
    'We pour about ninety pots of @northwind a morning. Since the September batch the bags tear when guests lift them. Who do I talk to?',
    'en',
  ],
  [
    'Night shift question for @northwind: how much caffeine is in the Late Train, roughly, compared with plain black?',
    'en',
  ],
  [
    'Chapeau @northwind pour la réponse en deux heures un dimanche. Le filtre est arrivé, il va parfaitement.',
    'fr',
  ],
  [
    'hm. @northwind says "plastic free" but the pillow bags feel like plastic to me. what are they?',
    'en',
  ],
  [
    'Would @northwind ever sell seconds? Cups with a wonky glaze, bags with a crooked label. I would buy all of them.',
    'en',
  ],
]

export const replies: string[] = [
  'Same here, since about two weeks.',
  'Mine did that too. A new seal fixed it, they sent one for nothing.',
  'I asked in the shop and they said to write here.',
  'Following, I would like to know as well.',
  'Thank you for asking this out loud.',
  'It is written on the side of the tin, but very small.',
  'Not my experience at all, mine has been fine for three years.',
  'I think it is corn starch? They wrote about it last spring.',
]

export const answers: string[] = [
  'Maya, that is the inner ring, and no, you did nothing wrong. Tell us where you live by email and a new one is on its way tomorrow.',
  'You are right, and we should have said so before. We are sorry it was your bank that told you.',
  'Thank you for saying that. I will read it to the team on Fish Street this afternoon.',
  'Around 45 mg a cup, so a little less than plain black. Steep it two minutes and it drops to about 30.',
]
