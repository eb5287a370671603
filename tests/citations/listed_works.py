"""Lists of references as styles have them, three works each. All are invented."""

from __future__ import annotations

WORKS = {
    "vancouver": """
1. Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.
2. Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6.
3. Office for Invented Health. Guide to backs. Nowhere: OIH; 2015.
""",
    "ama": """
1. Alda A, Berg B. On nerves of the hip. *J Inv*. 2001;1(2):3-4. doi:10.5555/inv.1
2. Cruz C. *Blocks*. 2nd ed. Fictive Press; 2015.
3. Dunn O. Feet. In: Berg B, ed. *Limbs*. Fictive Press; 2016:12-19.
""",
    "ieee": """
[1] A. Alda and B. Berg, "On nerves of the hip," J. Inv., vol. 1, no. 2, pp. 3–4, 2001.
[2] C. Cruz, Blocks, 2nd ed. Nowhere: Fictive Press, 2015.
[3] O. Dunn, "Feet," in Proc. Inv. Conf., 2016, pp. 12–19.
""",
    "apa numbered": """
1. Alda, A., & Berg, B. (2001). On nerves of the hip. Journal of Inventions, 1(2), 3–4.
2. Cruz, C. (2015). Blocks (2nd ed.). Fictive Press.
3. Dunn, O. (2016). Feet. In B. Berg (Ed.), Limbs (pp. 12–19). Fictive Press.
""",
    "nature": """
1. Alda, A. & Berg, B. On nerves of the hip. J. Inv. 1, 3–4 (2001).
2. Cruz, C. Blocks (Fictive Press, 2015).
3. Dunn, O. et al. Feet. Inv. Lett. 12, 33–40 (2016).
""",
    "science": """
1. A. Alda, B. Berg, On nerves of the hip. J. Inv. 1, 3–4 (2001).
2. C. Cruz, Blocks (Fictive Press, 2015).
3. O. Dunn, Feet. Inv. Lett. 12, 33–40 (2016).
""",
    "chemistry": """
(1) Alda, A.; Berg, B. J. Inv. Chem. 2001, 1, 3–4.
(2) Cruz, C. Inv. Lett. 2002, 12, 33–40.
(3) Dunn, O.; Alda, A. J. Inv. Chem. 2015, 14, 120.
""",
    "physics": """
[1] A. Alda and B. Berg, Inv. Rev. A 12, 345 (2001).
[2] C. Cruz, Inv. Rev. Lett. 88, 012345 (2002).
[3] O. Dunn, Feet (Fictive, Nowhere, 2015).
""",
    "history": """
1. Jan van der Berg, Invented Walking, 3rd ed. (Nowhere: Fictive Press, 2011), 3.
2. Maria Alda and Otto Dunn, “Nerves by Invention,” Invented Quarterly 12, no. 3 (2016): 12–19.
3. Carla Cruz, Chairs (Fictive: Dunn, 1998), 45.
""",
    "mla": """
1. Alda, Anna, and Otto Berg. "On Nerves of the Hip." Journal of Inventions, vol. 1, no. 2, 2001, pp. 3–4.
2. Cruz, Carla. Blocks. 2nd ed., Fictive Press, 2015.
3. Dunn, Otto. "Feet." Limbs, edited by Jan Berg, Fictive Press, 2016, pp. 12–19.
""",
    "harvard": """
1. Alda, A. and Berg, B., 2001. On nerves of the hip. Journal of Inventions, 1(2), pp.3-4.
2. Cruz, C., 2015. Blocks. 2nd ed. Nowhere: Fictive Press.
3. Dunn, O., 2016. Feet. In: Berg, B. ed. Limbs. Nowhere: Fictive Press, pp.12-19.
""",
    "german": """
1. Alda A, Berg B: Über Nerven der Hüfte. Z Erfund 2001; 1: 3–4.
2. Cruz C: Blöcke. 2. Aufl. Nirgendwo: Fiktiv; 2015.
3. Dunn O: Füße. In: Berg B (Hrsg.): Glieder. Fiktiv 2016: 12–19.
""",
    "bulleted": """
- Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.
- Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6.
- Dunn O. Feet. Inv Lett. 2016;12:33-40.
""",
    "plain authoryear": """
Alda, A., & Berg, B. (2001). On nerves of the hip. Journal of Inventions, 1(2), 3–4.

Cruz, C. (2002). Blocks of the hand. Journal of Inventions, 2(1), 13–24.

Dunn, O. (2016). Feet. Invented Letters, 12, 33–40.
""",
    "websites": """
1. Office for Invented Health. Guide to backs. https://oih.example/guide. Accessed May 3, 2015.
2. Alda A. Nerves. https://nerves.example. Accessed June 1, 2016.
3. Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6.
""",
    "acm": """
[1] Anna Alda and Otto Berg. 2001. On nerves of the hip. J. Inv. 1, 2 (2001), 3–4.
[2] Carla Cruz. 2015. Blocks (2nd ed.). Fictive Press.
[3] Otto Dunn. 2016. Feet. In Proceedings of Limbs. ACM, 12–19.
""",
    "numbers only ids": """
1. Alda A, et al. Nerves. PMID: 21000001
2. Cruz C, et al. Blocks. PMID: 21000002
3. Dunn D, et al. Feet. doi:10.5555/inv.3
""",
    "elsevier": """
[1] A. Alda, B. Berg, On nerves of the hip, J. Inv. 1 (2001) 3–4.
[2] C. Cruz, Blocks, second ed., Fictive Press, Nowhere, 2015.
[3] O. Dunn, Feet, Inv. Lett. 12 (2016) 33–40.
""",
    "conference": """
1. Alda A, Berg B (2001) On nerves of the hip. J Inv 1:3–4
2. Cruz C (2015) Blocks, 2nd edn. Fictive Press, Nowhere
3. Dunn O, Alda A (2016) Feet. Inv Lett 12:33–40
""",
    "authoryear lines": """
Alda A, Berg B (2001) On nerves of the hip. J Inv 1:3–4
Cruz C (2002) Blocks of the hand. J Inv 2:13–24
Dunn O, Alda A (2016) Feet. Inv Lett 12:33–40
""",
    "mdpi": """
1. Alda, A.; Berg, B. On nerves of the hip. J. Inv. 2001, 1, 3–4.
2. Cruz, C. Blocks of the hand. Inv. Lett. 2002, 12, 33–40.
3. Dunn, O.; Alda, A. Feet. J. Inv. 2015, 14, 120.
""",
    "arxiv": """
[1] A. Alda and B. Berg. On nerves. arXiv:2001.01234, 2020.
[2] C. Cruz. Blocks. arXiv preprint arXiv:1905.04321, 2019.
[3] O. Dunn, A. Alda. Feet. arXiv:2103.00001 [cs.LG].
""",
    "chinese": """
[1] 王伟, 李娜. 发明的神经研究[J]. 发明杂志, 2001, 1(2): 3-4.
[2] 张强. 阻滞[M]. 北京: 虚构出版社, 2015.
[3] 刘洋, 陈静. 足部研究[J]. 发明通讯, 2016, 12: 33-40.
""",
    "cyrillic": """
1. Иванов А.Б., Петров В.Г. О нервах бедра // Журнал изобретений. 2001. Т. 1, № 2. С. 3–4.
2. Сидоров К.Л. Блоки. М.: Вымысел, 2015. 120 с.
3. Орлов П.Р. Стопы // Письма. 2016. № 12. С. 33–40.
""",
    "spanish": """
1. Alda A, Berg B. Los nervios de la cadera. Rev Inv. 2001;1(2):3-4.
2. Cruz C. Los bloqueos. Madrid: Ficticia; 2015.
3. Dunn O. Los pies. Rev Inv. 2016;12:33-40.
""",
    "theses": """
1. Alda A. Nerves of the hip [dissertation]. Nowhere: Invented University; 2001.
2. Cruz C. Blocks [master's thesis]. Fictive (NW): Fictive College; 2015.
3. Dunn O. Feet. Inv Lett. 2016;12:33-40.
""",
    "reports": """
1. Invented Health Organization. Backs of the world. Nowhere: IHO; 2015.
2. Ministry of Fictive Affairs. Report on feet. Fictive; 2016.
3. Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.
""",
    "dois": """
1. Alda A. et al. Nerves. J Inv 2001. https://doi.org/10.5555/inv.1
2. Cruz C. Blocks. J Inv 2002. https://doi.org/10.5555/inv.2
3. Dunn O. Feet. J Inv 2003. https://doi.org/10.5555/inv.3
""",
    "bluebook": """
1. Anna Alda, Walking and the Law, 12 Inv. L. Rev. 33, 35 (2001).
2. Carla Cruz, Blocks Before Courts, 14 Inv. L. Rev. 120 (2015).
3. Otto Dunn, Feet, 3 Fict. L.J. 45 (2016).
""",
    "din": """
1. ALDA, Anna; BERG, Otto: Nerven der Hüfte. In: Zeitschrift für Erfindung 1 (2001), S. 3–4.
2. CRUZ, Carla: Blöcke. 2. Aufl. Nirgendwo: Fiktiv, 2015.
3. DUNN, Otto: Füße. In: Briefe 12 (2016), Nr. 3, S. 33–40.
""",
    "software": """
1. Alda A, Berg B. nervekit: nerves in Python. Version 2.1. 2020. https://nervekit.example. Accessed May 3, 2021.
2. R Invented Team. R: a language. Nowhere: Invented Foundation; 2015.
3. Dunn O. Feet. Inv Lett. 2016;12:33-40.
""",
}
